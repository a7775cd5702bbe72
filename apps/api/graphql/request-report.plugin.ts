import type { ApolloServerPlugin } from '@apollo/server';
import { isDefect } from '#libs/platform';
import type { Logger, RequestContext } from '#libs/platform';

/** Puts defects into the log with all there is to know, and tells the client the request id that leads to them. */
export function requestReportPlugin(logger: Logger): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async didEncounterErrors({ errors, contextValue, operationName }) {
          for (const error of errors.filter(isDefect)) {
            const { requestId } = contextValue;
            logger.error(
              { err: error.originalError ?? error, requestId, operationName, path: error.path },
              'defect',
            );
          }
        },
        async willSendResponse({ response, contextValue }) {
          if (response.body.kind !== 'single') return;
          const result = response.body.singleResult;
          result.errors = result.errors?.map((error) =>
            error.extensions?.['code'] === 'INTERNAL_SERVER_ERROR'
              ? { ...error, extensions: { ...error.extensions, requestId: contextValue.requestId } }
              : error,
          );
        },
      };
    },
  };
}
