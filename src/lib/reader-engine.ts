// The reader's door: what runs in a browser, of a labwork that was compiled when the site was built. It finds no faults in posts and has no
// facts about commands, and it is the same code that plans and bundles everywhere else.

export { runCompiled } from './compiled/run-compiled.ts';
export { changeableValues } from './lab/with-values.ts';
export { makePlan } from './plan/make-plan.ts';

/** Makes the bundle, and is loaded when somebody asks for one. */
export const loadBundleMaker = () => import('./bundle/make-bundle.ts');
