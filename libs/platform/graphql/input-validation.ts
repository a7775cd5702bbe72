import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { UserInputError } from '#libs/kernel';
import type { FieldProblem } from '#libs/kernel';

/** Checks the decorated input classes and speaks of each refused field by the path that the client wrote. */
export function inputValidation(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: false,
    stopAtFirstError: true,
    exceptionFactory: (errors) => new UserInputError(errors.flatMap((error) => problemsOf(error))),
  });
}

function problemsOf(error: ValidationError, parent = ''): FieldProblem[] {
  const path = parent ? `${parent}.${error.property}` : error.property;
  const own = Object.values(error.constraints ?? {}).map((message) => ({ path, message }));
  return [...own, ...(error.children ?? []).flatMap((child) => problemsOf(child, path))];
}
