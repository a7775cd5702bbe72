import { Field, ID, InterfaceType } from '@nestjs/graphql';

@InterfaceType({
  description: 'Whatever has a global id. The id is opaque; the same works wherever an ID is taken.',
})
export abstract class Node {
  @Field(() => ID)
  id: string;
}
