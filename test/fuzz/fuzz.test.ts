import { describe, expect, it } from 'vitest';
import { fuzz } from './findings.ts';
import { suites } from './suites.ts';

// A small form of `bench/fuzz.ts`: the same inputs on every run.

describe('made-up input, most of it broken', () => {
  it.each(suites)('of $name leads to sound output, and to fixes that do what they say', ({ make, trial }) => {
    expect(fuzz(120, 20, make, trial)).toEqual([]);
  });
});
