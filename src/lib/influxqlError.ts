import type { Position, Token } from './influxqlTokens';
import { tokenText } from './influxqlTokens';

/** A syntax error in the server's words; `position` is one-based, where the server gives one. */
export class InfluxqlError extends Error {
  readonly position: Position | undefined;

  constructor(message: string, position?: Position) {
    super(message);
    this.name = 'InfluxqlError';
    this.position = position;
  }
}

export function errorAt(message: string, at: Position): InfluxqlError {
  const position = { line: at.line + 1, char: at.char + 1 };
  return new InfluxqlError(`${message} at line ${position.line}, char ${position.char}`, position);
}

export function unexpected(token: Token, ...expected: string[]): InfluxqlError {
  return errorAt(`found ${tokenText(token)}, expected ${expected.join(', ')}`, token.at);
}
