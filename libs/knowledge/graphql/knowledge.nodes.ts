import { Injectable } from '@nestjs/common';
import { permits } from '#libs/kernel';
import { NodeSources } from '#libs/platform';
import { knowledgePolicies } from '../application/policies.js';
import { RemarkQueries } from '../persistence/remark.queries.js';
import { VersionQueries } from '../persistence/version.queries.js';
import { toRevision } from './article.fields.resolver.js';
import { ArticleLoader } from './article.loaders.js';
import { toRemark } from './remark.types.js';

/** How articles and their versions are found by their global id. Versions and remarks are for curators. */
@Injectable()
export class KnowledgeNodes {
  constructor(
    sources: NodeSources,
    articles: ArticleLoader,
    versions: VersionQueries,
    remarks: RemarkQueries,
  ) {
    sources.register('article', (id, context) => articles.load(context, id));
    sources.register('articleRemark', async (id, { viewer }) => {
      if (!permits(knowledgePolicies.curate, viewer, undefined)) return null;
      const [remark] = await remarks.byIds([id]);
      return remark ? toRemark(remark) : null;
    });
    sources.register('articleVersion', async (id, { viewer }) => {
      if (!permits(knowledgePolicies.curate, viewer, undefined)) return null;
      const version = await versions.byId(id);
      return version ? toRevision(version) : null;
    });
  }
}
