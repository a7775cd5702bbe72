import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { INTENT_EVENT_KINDS, MOST_EVENTS } from '../domain/intent.js';
import type { IntentEventKind } from '../domain/intent.js';

export const IntentEventKindEnum = Object.fromEntries(INTENT_EVENT_KINDS.map((kind) => [kind, kind])) as {
  [Kind in IntentEventKind]: Kind;
};
registerEnumType(IntentEventKindEnum, {
  name: 'IntentEventKind',
  valuesMap: {
    SEARCHED: { description: 'Words were searched for, with so many `hits`.' },
    SUGGESTED: {
      description:
        'So many `hits` were found for the title of a question that is being written. To be sent for sessions that are ' +
        'shown none as well: otherwise nothing could be compared.',
    },
    OPENED: { description: 'A result or a suggestion was opened: `subjectId`.' },
    SOLVED: { description: 'The person says of `subjectId`: this solved it.' },
    ASKED: { description: 'The question was sent: `subjectId`.' },
    ABANDONED: { description: 'The person gave up in so many words. Whoever just leaves sends nothing.' },
  },
  description: 'What somebody does who looks for a solution.',
});

@InputType({
  description:
    'One thing that somebody did. BAD_USER_INPUT by its place in the list, such as `events.0.hits`.',
})
export class IntentEventInput {
  @Field(() => IntentEventKindEnum, { description: 'What they did.' })
  kind: IntentEventKind;

  @Field(() => String, {
    nullable: true,
    description:
      'SEARCHED and SUGGESTED: what was looked for. Kept in lower case, up to 200 characters, without mail addresses and ' +
      'long numbers.',
  })
  query?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'SEARCHED and SUGGESTED: how many were found; 0 to 1,000,000. Left aside for all others.',
  })
  hits?: number | null;

  @Field(() => ID, { nullable: true, description: 'OPENED, SOLVED and ASKED: the question or article.' })
  subjectId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'OPENED: its place in the list, 1 to 1,000; left out where there was no list.',
  })
  position?: number | null;
}

@InputType({ description: 'What somebody did, without who they are.' })
export class RecordIntentInput {
  @Field(() => String, {
    description:
      'A random UUID that the client keeps for one visit. It must not be derived from the person, nor ' +
      'outlive the visit.',
  })
  session: string;

  @Field(() => String, {
    description:
      'A random UUID for one search for a solution; to be renewed once something solved it, a question was asked, or ' +
      'nothing happened for half an hour.',
  })
  intent: string;

  @Field(() => String, {
    nullable: true,
    description: 'Language of the pages, BCP 47; what is none counts as `und`.',
  })
  locale?: string | null;

  @Field(() => [IntentEventInput], { description: `In their order, 1 to ${MOST_EVENTS}.` })
  events: IntentEventInput[];
}

@ObjectType({ description: 'What came of it.' })
export class RecordIntentPayload {
  @Field(() => Int, {
    description:
      'How many events were taken: 0 if the request says `DNT: 1` or `Sec-GPC: 1`, or comes from the ' +
      'company’s own people.',
  })
  recorded: number;
}

@ObjectType({ description: 'How a client treats one session.' })
export class IntentPolicy {
  @Field(() => Boolean, {
    description:
      'False for the share of sessions that is shown no suggestions while asking, so that there is something to compare ' +
      'with. Search is never withheld.',
  })
  suggest: boolean;
}
