import type { JsonValue, Properties } from '../../resource.ts';
import { quoteValue } from '../../../dialects/ios/reading/quote.ts';
import type { SwitchProfile } from '../profiles/profile.ts';

/**
 * How one property of a resource gets another value: the lines of its configuration block that do it, as `show running-config` would
 * write them. Undefined where no line can say it. Absent values are the factory's.
 */
export interface PropertySetting {
  readonly property: string;
  lines(
    after: JsonValue | undefined,
    before: JsonValue | undefined,
    profile: SwitchProfile,
    all: { readonly before: Properties; readonly after: Properties },
  ): readonly string[] | undefined;
}

/** `switchport access vlan 10` and `no switchport access vlan`. */
export function valued(property: string, command: string, reset = `no ${command}`): PropertySetting {
  return { property, lines: (after) => [after === undefined ? reset : `${command} ${String(after)}`] };
}

/** `shutdown` and `no shutdown`. */
export function flag(property: string, set: string, reset = `no ${set}`): PropertySetting {
  return { property, lines: (after) => [after === undefined ? reset : set] };
}

/** A text, quoted as the platform wants it. */
export function textual(property: string, command: string): PropertySetting {
  return {
    property,
    lines: (after, _, { quotesText }) => {
      if (typeof after !== 'string') return [`no ${command}`];
      const quoted = quotesText && /\s/.test(after);
      const before = quoted ? `${command} "` : `${command} `;
      const text = after === '' ? undefined : quoteValue(after, before, before.length);
      return text === undefined ? undefined : [`${before}${text}${quoted ? '"' : ''}`];
    },
  };
}
