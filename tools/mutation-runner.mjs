// Stryker's runner for Vitest, with test names as Vitest 5 writes them. Stryker asks for the tests that reach a mutant by a pattern of the names of suite and test
// with a blank between; Vitest 5 puts ` > ` there, finds none, and every mutant survives. To be dropped when the runner knows Vitest 5.
import { PluginKind, commonTokens, declareFactoryPlugin, tokens } from '@stryker-mutator/api/plugin';
import { strykerPlugins as original } from '@stryker-mutator/vitest-runner';

createRunner.inject = tokens(commonTokens.injector);
function createRunner(injector) {
  const runner = injector.injectFunction(original[0].factory);
  const init = runner.init.bind(runner);
  runner.init = async () => {
    await init();
    const start = runner.ctx.start.bind(runner.ctx);
    runner.ctx.start = (files) => {
      for (const { config } of runner.ctx.projects)
        config.testNamePattern = withSeparators(config.testNamePattern);
      return start(files);
    };
  };
  return runner;
}

/** A blank of a name may be the end of a suite's. */
function withSeparators(pattern) {
  return pattern && new RegExp(pattern.source.replaceAll(' ', '(?: > | )'));
}

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'vitest-5', createRunner)];
