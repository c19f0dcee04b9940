/**
 * What a switch does at its command line besides taking commands, where platforms differ. Plain data, as the rest of a profile.
 */
export interface ConsoleTraits {
  /** Stands at the foot of a page of output until a key is pressed. */
  readonly more: string;
  /** What it asks before it runs a command, by the ids of the command tables. */
  readonly asks: Readonly<Record<string, readonly Question[]>>;
  /** What it says to a line that does not read as a command, where its words are known by the kind of mistake alone. */
  readonly refusals?: Refusals;
  /** What it says where `enable` was given no password that fits. */
  readonly badPassword: string;
  /** How long a line may be; further characters are not taken. */
  readonly longestLine: number;
  /** Ctrl-C leaves configuration besides giving up the line. */
  readonly interruptEnds: boolean;
}

export interface Refusals {
  readonly command: string;
  readonly value: string;
  readonly ambiguous: string;
  readonly incomplete: string;
}

export interface Question {
  /** With `{file}` in place of the file that the command names last, and `{minutes}` for how long it waits. */
  readonly text: string;
  /** One key answers, or a line that ends with a line break. What is typed meanwhile is the answer, whatever it was meant for. */
  readonly reads: 'key' | 'line';
  /** The first that fits the answer, by its pattern; an answer that fits none gives the command up. */
  readonly answers: readonly AnswerRule[];
  /** It is asked only where the running configuration is not saved. */
  readonly only?: 'unsaved';
  /** What it prints where the command is given up. */
  readonly givenUp?: readonly string[];
  /** What it prints once the command is done. */
  readonly done?: readonly string[];
}

export interface AnswerRule {
  /** A regular expression, in whatever case. */
  readonly fits: string;
  /** `save`: it saves the configuration and goes on. `again`: it asks anew. */
  readonly then: 'go-on' | 'save' | 'again';
  readonly says?: readonly string[];
}

/** `[confirm]`: the return key and `y` do, every other key does not. */
const confirm = (text: string, more: Partial<Question> = {}): Question => ({
  text: `${text} [confirm]`,
  reads: 'key',
  answers: [{ fits: '^[\\ry]$', then: 'go-on' }],
  ...more,
});

/** The name of a file, which the return key leaves as it is proposed. */
const fileName = (text: string, proposed: string): Question => ({
  text: `${text} [${proposed}]? `,
  reads: 'line',
  answers: [{ fits: proposed === '{file}' ? '^' : `^(${proposed.replaceAll('.', '\\.')})?$`, then: 'go-on' }],
});

const unsaved: Question = {
  text: 'System configuration has been modified. Save? [yes/no]: ',
  reads: 'line',
  answers: [
    { fits: '^y(es?)?$', then: 'save' },
    { fits: '^no?$', then: 'go-on' },
    { fits: '^', then: 'again', says: ["% Please answer 'yes' or 'no'."] },
  ],
  only: 'unsaved',
};

const eraseNvram = confirm('Erasing the nvram filesystem will remove all configuration files! Continue?', {
  done: ['[OK]', 'Erase of nvram: complete'],
});

/**
 * Words and ways of asking as sessions in public repositories have them (`Destination filename [startup-config]?`, `Proceed with reload?
 * [confirm]`, `System configuration has been modified. Save? [yes/no]:`, `Erasing the nvram filesystem …`). The command buffer and Ctrl-C in
 * configuration: Cisco IOS Configuration Fundamentals Configuration Guide, “Using the Cisco IOS Command-Line Interface”.
 */
export const iosConsole: ConsoleTraits = {
  more: ' --More-- ',
  asks: {
    'configure-terminal': [
      {
        text: 'Configuring from terminal, memory, or network [terminal]? ',
        reads: 'line',
        answers: [{ fits: '^(t|te|ter|term|termi|termin|termina|terminal)?$', then: 'go-on' }],
      },
    ],
    'copy-run-start': [fileName('Destination filename', 'startup-config')],
    'copy-start-run': [fileName('Destination filename', 'running-config')],
    'copy-any': [fileName('Destination filename', '{file}')],
    'write-erase': [eraseNvram],
    'erase-startup': [eraseNvram],
    'delete-vlandat': [fileName('Delete filename', '{file}'), confirm('Delete flash:/{file}?')],
    reload: [unsaved, confirm('Proceed with reload?')],
    'reload-in': [unsaved, confirm('Reload scheduled in {minutes} by console\nProceed with reload?')],
  },
  badPassword: '% Access denied',
  longestLine: 254,
  interruptEnds: true,
};

/** `Y` does, every other key does not; the return key stands for the `N` that is proposed. */
const yesOrNo = (text: string, more: Partial<Question> = {}): Question => ({
  text,
  reads: 'key',
  answers: [{ fits: '^y$', then: 'go-on' }],
  ...more,
});

const overwrite = yesOrNo('Overwrite file [startup-config].... (Y/N)[N] ?');

/**
 * The words as sessions in public repositories have them (netmiko #1004, rconfig #27; `More: <space>,  Quit: q or CTRL+Z, One line: <return>`
 * in the terminal profiles of NOC and others; what it says to refused
 * lines in scrapli_community's cisco_s300, which does not say which of them comes when). How long a line may be is taken from IOS.
 */
export const sg300Console: ConsoleTraits = {
  more: 'More: <space>,  Quit: q or CTRL+Z, One line: <return> ',
  asks: {
    write: [overwrite],
    'copy-run-start': [overwrite],
    'delete-sg': [yesOrNo('Delete {file} [y/n]? ')],
    reload: [
      yesOrNo("You haven't saved your changes. Are you sure you want to continue ? (Y/N)[N] ", {
        only: 'unsaved',
      }),
      yesOrNo(
        'This command will reset the whole system and disconnect your current session. \nDo you want to continue ? (Y/N)[N] ',
        { done: ['Shutting down ...'] },
      ),
    ],
  },
  refusals: {
    command: '% Unrecognized command',
    value: '% bad parameter value',
    ambiguous: '% Ambiguous command',
    incomplete: '% Incomplete command',
  },
  badPassword: 'bad password',
  longestLine: 254,
  interruptEnds: false,
};
