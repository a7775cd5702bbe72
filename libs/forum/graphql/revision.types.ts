import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { lineDiff } from '#libs/markdown';
import { Node, connectionOf } from '#libs/platform';

export const DiffLineKindEnum = {
  SAME: 'SAME',
  ADDED: 'ADDED',
  REMOVED: 'REMOVED',
  SKIPPED: 'SKIPPED',
} as const;
registerEnumType(DiffLineKindEnum, {
  name: 'DiffLineKind',
  valuesMap: {
    SAME: { description: 'In both texts.' },
    ADDED: { description: 'Only in the later text.' },
    REMOVED: { description: 'Only in the earlier text.' },
    SKIPPED: { description: 'Stands for unchanged lines that are left out.' },
  },
  description: 'What became of a line.',
});

@ObjectType({ description: 'A part of a line.' })
export class DiffSpan {
  @Field(() => String, { description: 'Plain text, to be escaped.' })
  text: string;

  @Field(() => Boolean, { description: 'These words are not in the other revision.' })
  changed: boolean;
}

@ObjectType({ description: 'One line of a comparison of two texts, in the order of the texts.' })
export class DiffLine {
  @Field(() => DiffLineKindEnum, { description: 'What became of it.' })
  kind: keyof typeof DiffLineKindEnum;

  @Field(() => [DiffSpan], { description: 'Empty for SKIPPED.' })
  spans: DiffSpan[];

  @Field(() => Int, { description: 'How many unchanged lines were left out; 0 unless SKIPPED.' })
  skipped: number;
}

@ObjectType({
  description: 'What a revision changed, against the one before it. In the first, everything is added.',
})
export class RevisionDiff {
  @Field(() => [DiffLine], { description: 'Empty if the title stayed as it was.' })
  title: DiffLine[];

  @Field(() => [String], { description: 'Names of tags that the earlier one did not have.' })
  tagsAdded: string[];

  @Field(() => [String], { description: 'Names of tags that the earlier one had.' })
  tagsRemoved: string[];

  @Field(() => [DiffLine], { description: 'Empty if the text stayed as it was.' })
  body: DiffLine[];
}

/** A revision of a post or a version of an article. */
@ObjectType({
  implements: () => [Node],
  description: 'One version of a question, an answer or an article. Never changed afterwards.',
})
export class Revision extends Node {
  /** For field resolvers; not part of the schema. */
  authorId: number | null;
  before: RevisionContent | null;

  @Field(() => Int, { description: 'Counted from 1, for each text by itself.' })
  number: number;

  @Field(() => Date, { description: 'When it was saved, UTC.' })
  createdAt: Date;

  @Field(() => String, {
    nullable: true,
    description: 'Why, in the words of whoever wrote it; null if they said nothing.',
  })
  reason: string | null;

  @Field(() => String, { nullable: true, description: 'Null for answers, which have none.' })
  title: string | null;

  @Field(() => [String], { nullable: true, description: 'Null for answers, which have none.' })
  tags: string[] | null;

  @Field(() => String, { description: 'Markdown.' })
  body: string;
}

export interface RevisionContent {
  title: string | null;
  tags: string[] | null;
  body: string;
}

export const RevisionConnection = connectionOf<Revision>('Revision', () => Revision);

/** Compares a revision with the one before it. */
export function revisionDiff(before: RevisionContent | null, after: RevisionContent): RevisionDiff {
  const tagsBefore = before?.tags ?? [];
  const tagsAfter = after.tags ?? [];
  return {
    title: diffLines(before?.title ?? '', after.title ?? ''),
    tagsAdded: tagsAfter.filter((tag) => !tagsBefore.includes(tag)),
    tagsRemoved: tagsBefore.filter((tag) => !tagsAfter.includes(tag)),
    body: diffLines(before?.body ?? '', after.body),
  };
}

/** Two texts compared line by line, for clients; empty if they are the same. */
export function diffLines(before: string, after: string): DiffLine[] {
  return before === after ? [] : linesOf(before, after);
}

function linesOf(before: string, after: string): DiffLine[] {
  return lineDiff(before, after).map((line) =>
    line.kind === 'skipped'
      ? { kind: 'SKIPPED', spans: [], skipped: line.count }
      : {
          kind: DiffLineKindEnum[line.kind.toUpperCase() as keyof typeof DiffLineKindEnum],
          spans: line.spans,
          skipped: 0,
        },
  );
}
