import type { DialectId } from './dialects.ts';
import { ownIosStart } from './ios-stages/own-ios-start.ts';
import type { OwnStart } from './own-start.ts';

/** How a device is read that had a life before the labwork, by its language; undefined where nobody knows. */
export const ownStarts: Readonly<Record<DialectId, OwnStart | undefined>> = {
  powershell: undefined,
  ios: ownIosStart,
};
