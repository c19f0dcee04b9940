import { describe, expect, it } from 'vitest';
import { makePlan } from '../../../src/lib/plan/make-plan.ts';
import { proofSummary } from '../../../src/site/posts/proof-summary.ts';
import { check, fence, part } from '../../lib/fixture-posts.ts';
import { step } from '../../lib/bundle/rack-bundle.ts';

describe('who holds the steps of a labwork', () => {
  it('counts looks and ways back a step and device, and says what is left to the hand once', () => {
    const labwork = check(
      part(
        step(
          '9:1',
          'A VLAN',
          fence('ios on=sw1,sw2', 'configure terminal', 'vlan 11', 'end'),
          fence('ios on=sw1 verify', 'show vlan brief'),
          fence('ios on=sw1 example because="Somebody should watch."', 'reload'),
        ) +
          step(
            '9:2',
            'Another one',
            fence('ios on=sw2 cannot-undo="Others use it."', 'configure terminal', 'vlan 12', 'end'),
          ),
      ),
    );
    const { excluded, ...rest } = proofSummary(makePlan(labwork), labwork);
    expect(rest).toEqual({
      steps: 3,
      verify: { author: 1, model: 2, none: 0 },
      undo: {
        author: 0,
        model: 2,
        none: 0,
        reasons: [{ step: '9:2', device: 'sw2', why: 'Others use it.' }],
      },
    });
    expect(
      excluded.map(({ step: of, device, because, commands }) => [of, device, because, commands]),
    ).toEqual([['9:1', 'sw1', 'Somebody should watch.', ['reload']]]);
  });
});
