import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { accuracyReportSchema, formatFigure, formatShare } from '../../../src/lib/accuracy/report.ts';

const fixtures = join(import.meta.dirname, '../../fixtures/accuracy');
const read = (name: string): unknown => JSON.parse(readFileSync(join(fixtures, name), 'utf8'));
const figure = (value: number, of: number | null) => ({ name: 'x', value, of, required: null });

describe('a report of accuracy', () => {
  it('is read as it was written', () => {
    const report = accuracyReportSchema.parse(read('good.json'));
    expect(report.figures).toHaveLength(3);
    expect(report.causes[1]!.example).toBe('$a?.b');
  });

  it('names the PowerShell that was asked, where one was', () => {
    const report = read('good.json') as object;
    expect(accuracyReportSchema.parse({ ...report, engine: null }).engine).toBeNull();
    expect(accuracyReportSchema.safeParse({ ...report, engine: 'IOS' }).success).toBe(false);
  });

  it.each(readdirSync(fixtures).filter((name) => name.startsWith('bad-')))(
    'is refused where it is like %s',
    (name) => {
      expect(accuracyReportSchema.safeParse(read(name)).success).toBe(false);
    },
  );

  it('counts in thousands', () => {
    expect(formatFigure(figure(1990, 2000))).toBe('1,990 of 2,000');
    expect(formatFigure(figure(1234567.5, null))).toBe('1,234,567.5');
    expect(formatFigure(figure(7, null))).toBe('7');
  });

  it('says all and none only where it is all or none', () => {
    expect(formatShare(figure(1990, 2000))).toBe('99.5\u00A0%');
    expect(formatShare(figure(2000, 2000))).toBe('100\u00A0%');
    expect(formatShare(figure(0, 2000))).toBe('0\u00A0%');
    expect(formatShare(figure(999_997, 1_000_000))).toBe('99.9997\u00A0%');
    expect(formatShare(figure(1, 100_000))).toBe('0.001\u00A0%');
    expect(formatShare(figure(5, null))).toBe('');
  });
});
