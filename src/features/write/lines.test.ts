import { describe, expect, it } from 'vitest';
import { checkLines, sampleLines } from './lines';

describe('checkLines', () => {
  it('counts what the sample lines hold', () => {
    expect(checkLines(sampleLines, 'ns')).toMatchObject({
      points: 2,
      fields: 6,
      measurements: ['airSensors'],
      errors: [],
      warnings: [],
      isConverted: false,
    });
  });

  it('converts the line ends of Windows, so that the server accepts the lines', () => {
    const checked = checkLines('m v=1\r\nm v=2\r\n', 'ns');
    expect(checked).toMatchObject({ body: 'm v=1\nm v=2\n', isConverted: true, points: 2 });
    expect(checked.errors).toEqual([]);
    expect(checked.warnings).toEqual([]);
  });

  it('names every bad line, in the words of the server', () => {
    const { errors, points } = checkLines('m v=1\ninvalid\n\nm v=abc\n', 'ns');
    expect(points).toBe(1);
    expect(errors).toMatchObject([
      { line: 2, reason: 'missing fields' },
      { line: 4, reason: 'invalid boolean' },
    ]);
  });

  it('warns of an escaped = in a measurement name: the data would never be found', () => {
    const { errors, warnings } = checkLines(String.raw`a\=b v=1`, 'ns');
    expect(errors).toEqual([]);
    expect(warnings).toMatchObject([{ line: 1 }]);
  });

  it('doubts a precision that puts points into 1970', () => {
    expect(checkLines('m v=1 1700000000', 'ns').warnings).toMatchObject([
      { message: expect.stringContaining('1970-01-01') as string },
    ]);
    expect(checkLines('m v=1 1700000000', 's').warnings).toEqual([]);
  });
});
