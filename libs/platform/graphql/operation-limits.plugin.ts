import type { ApolloServerPlugin } from '@apollo/server';
import type { RequestContext } from './request-context.js';
import { LIMITS, exceededLimits, fragmentsOf, limitError, measureOperation } from './limits.js';

/**
 * Holds the limits once the variables are known (a `first` in a variable counts as much as one in the text), and
 * tells each client in `extensions.cost` what its request cost.
 */
export function operationLimitsPlugin(): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      let cost: { depth: number; nodes: number } | undefined;
      return {
        async didResolveOperation({ operation, document, request, schema }) {
          if (!operation) return;
          const fragments = fragmentsOf(document.definitions);
          const measured = measureOperation(operation, fragments, request.variables, schema);
          const problems = exceededLimits(measured, operation);
          if (problems.length > 0) throw limitError(problems, operation);
          cost = { depth: measured.depth, nodes: measured.nodes };
        },
        async willSendResponse({ response }) {
          if (!cost || response.body.kind !== 'single') return;
          const result = response.body.singleResult;
          result.extensions = {
            ...result.extensions,
            cost: { ...cost, limits: { depth: LIMITS.depth, nodes: LIMITS.nodes } },
          };
        },
      };
    },
  };
}
