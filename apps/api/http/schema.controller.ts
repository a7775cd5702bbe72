import { Controller, Get, Header } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { printSchema } from 'graphql';
import { publicPolicy } from '#libs/kernel';
import { Access } from '#libs/platform';

@Controller()
export class SchemaController {
  constructor(private readonly host: GraphQLSchemaHost) {}

  @Get('schema.graphql')
  @Access(publicPolicy('schema.read'))
  @Header('content-type', 'text/plain; charset=utf-8')
  schema(): string {
    return printSchema(this.host.schema);
  }
}
