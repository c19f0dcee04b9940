import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const eslint = new ESLint();

const rulesBrokenBy = async (code: string, filePath = 'src/site/urls.ts') => {
  const [result] = await eslint.lintText(`${code}\n`, { filePath });
  return result!.messages.map(({ ruleId, message }) => ruleId ?? message);
};

describe('the lint', () => {
  it.each([
    'export const a = (b: string) => b.replace(/x/, b);',
    'export const a = (b: string) => b.replaceAll("x", `<${b}>`);',
    'export const a = (b: string) => b.replace(/(x)/, "$1");',
    'export const a = (b: string) => b.replace("x", String.raw`\\${b}`);',
  ])('refuses a text that could stand for something when it replaces: %s', async (code) => {
    expect(await rulesBrokenBy(code)).toEqual(['no-restricted-syntax']);
  });

  it.each([
    'export const a = (b: string) => b.replace(/x/, () => b);',
    'export const a = (b: string) => b.replaceAll("x", "y").replace(/z/g, "");',
  ])('takes functions and plain literals: %s', async (code) => {
    expect(await rulesBrokenBy(code)).toEqual([]);
  });
});
