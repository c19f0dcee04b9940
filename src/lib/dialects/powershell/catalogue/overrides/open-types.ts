/**
 * Types that take more than the names the documentation lists: wildcards, `!Directory`, rarer members. Source: PSMemberTypes and
 * FlagsExpression of the open-source engine.
 */
export const openTypes: ReadonlySet<string> = new Set(['PSMemberTypes', 'FlagsExpression<FileAttributes>']);
