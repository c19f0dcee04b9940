import type { Edit } from '../../../diagnostics/diagnostic.ts';

/** What is wrong with a text as PowerShell; offsets are into the parsed text. */
export interface SyntaxProblem {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly hint?: string;
  /** Something that was opened here and swallows the rest of the text. */
  readonly unclosed?: boolean;
  /** Only because the text ends here: a console asks for the next line, and an empty one will do. */
  readonly endsText?: true;
  /** A string or comment among those: the rest of the text was not read as commands. */
  readonly swallows?: boolean;
  /** Where the consequence that stands first in the text is, if before this: an outer block that stays open because of it. */
  readonly before?: { readonly start: number; readonly end: number; readonly message: string };
  /** Changes that are certain to be right. */
  readonly repair?: { readonly title: string; readonly edits: readonly Edit[] };
}

interface Span {
  readonly start: number;
  readonly end: number;
}

export type Expression =
  | Variable
  | NumberLiteral
  | Text
  | Parentheses
  | Statements
  | Hashtable
  | ScriptBlockExpression
  | ArrayLiteral
  | Unary
  | Binary
  | Conditional
  | TypeLiteral
  | Conversion
  | MemberExpression
  | IndexExpression
  | Broken;

export interface Variable extends Span {
  readonly kind: 'variable';
  readonly name: string;
  readonly splat: boolean;
}
export interface NumberLiteral extends Span {
  readonly kind: 'number';
  readonly value: number;
  readonly written: string;
}
export interface Text extends Span {
  readonly kind: 'text';
  /** Escapes resolved; variables and subexpressions as written. */
  readonly value: string;
  readonly quote: 'single' | 'double' | 'here-single' | 'here-double' | 'bare';
  /** What is expanded when it runs. */
  readonly parts: readonly Expression[];
}
export interface Parentheses extends Span {
  readonly kind: 'parentheses';
  readonly content: Statement | undefined;
}
/** `$(…)` and `@(…)`. */
export interface Statements extends Span {
  readonly kind: 'subexpression' | 'array-expression';
  readonly body: readonly Statement[];
}
export interface Hashtable extends Span {
  readonly kind: 'hashtable';
  readonly entries: readonly { readonly key: Expression; readonly value: Statement | undefined }[];
}
export interface ScriptBlockExpression extends Span {
  readonly kind: 'script-block';
  readonly block: ScriptBlock;
}
export interface ArrayLiteral extends Span {
  readonly kind: 'array';
  readonly elements: readonly Expression[];
}
export interface Unary extends Span {
  readonly kind: 'unary';
  readonly operator: string;
  readonly operand: Expression;
}
export interface Binary extends Span {
  readonly kind: 'binary';
  readonly operator: string;
  readonly left: Expression;
  readonly right: Expression;
}
export interface Conditional extends Span {
  readonly kind: 'conditional';
  readonly condition: Expression;
  readonly ifTrue: Expression;
  readonly ifFalse: Expression;
}
export interface TypeLiteral extends Span {
  readonly kind: 'type';
  readonly name: string;
}
/** `[int]$x`, `[ValidateSet('a')]$x`. */
export interface Conversion extends Span {
  readonly kind: 'conversion';
  readonly attribute: Attribute;
  readonly operand: Expression;
}
export interface MemberExpression extends Span {
  readonly kind: 'member';
  /** `?.`: nothing is asked of $null. */
  readonly conditional: boolean;
  readonly target: Expression;
  readonly member: Expression;
  readonly isStatic: boolean;
  /** Undefined where nothing is called. */
  readonly arguments: readonly Expression[] | undefined;
}
export interface IndexExpression extends Span {
  readonly kind: 'index';
  /** `?[…]`. */
  readonly conditional: boolean;
  readonly target: Expression;
  readonly index: Expression;
}
/** What stands where something was expected and is not. */
export interface Broken extends Span {
  readonly kind: 'broken';
}

export interface Attribute extends Span {
  readonly kind: 'attribute';
  readonly typeName: string;
  /** Undefined for a type without parentheses. */
  readonly arguments: readonly Expression[] | undefined;
  readonly named: readonly {
    readonly name: string;
    readonly nameStart: number;
    readonly value: Expression | undefined;
  }[];
}

export interface CommandParameter extends Span {
  readonly kind: 'parameter';
  /** Without dash and colon; `-` for `--`. */
  readonly name: string;
  readonly nameEnd: number;
  /** Of `-Name:value`. */
  readonly value: Expression | undefined;
}

export interface Redirection extends Span {
  readonly kind: 'redirection';
  /** `1` to `6` or `*`; empty for what redirects nothing. */
  readonly stream: string;
  readonly target: Expression | undefined;
}

export interface CommandNode extends Span {
  readonly kind: 'command';
  readonly invocation: '&' | '.' | undefined;
  /** The name first. */
  readonly elements: readonly (Expression | CommandParameter)[];
  readonly redirections: readonly Redirection[];
  /** Written after `--%`: not read by PowerShell. */
  readonly verbatim: boolean;
}

export interface ValueElement extends Span {
  readonly kind: 'value';
  readonly expression: Expression;
  readonly redirections: readonly Redirection[];
}

export interface Pipeline extends Span {
  readonly kind: 'pipeline';
  readonly elements: readonly (CommandNode | ValueElement)[];
}

export interface Assignment extends Span {
  readonly kind: 'assignment';
  readonly operator: string;
  readonly target: Expression;
  readonly value: Statement | undefined;
}

export interface Chain extends Span {
  readonly kind: 'chain';
  readonly pipelines: readonly Statement[];
}

export interface If extends Span {
  readonly kind: 'if';
  readonly clauses: readonly {
    readonly condition: Statement | undefined;
    readonly body: readonly Statement[];
  }[];
  readonly otherwise: readonly Statement[] | undefined;
}

export interface Loop extends Span {
  readonly kind: 'loop';
  readonly keyword: 'for' | 'foreach' | 'while' | 'do';
  readonly label?: string;
  readonly variable: Variable | undefined;
  readonly head: readonly (Statement | undefined)[];
  readonly body: readonly Statement[];
}

export interface Switch extends Span {
  readonly kind: 'switch';
  readonly label?: string;
  readonly subject: Statement | Expression | undefined;
  readonly cases: readonly { readonly match: Expression; readonly body: readonly Statement[] }[];
}

export interface Try extends Span {
  readonly kind: 'try';
  readonly body: readonly Statement[];
  readonly catches: readonly {
    /** Of the word `catch`. */
    readonly start: number;
    readonly types: readonly Attribute[];
    readonly body: readonly Statement[];
  }[];
  readonly lastly: readonly Statement[] | undefined;
}

/** `return`, `throw`, `exit`, `break`, `continue`. */
export interface FlowStatement extends Span {
  readonly kind: 'flow';
  readonly keyword: string;
  readonly value: Statement | Expression | undefined;
}

export interface FunctionDefinition extends Span {
  readonly kind: 'function';
  readonly keyword: string;
  readonly name: string;
  readonly nameStart: number;
  readonly parameters: readonly Parameter[] | undefined;
  readonly block: ScriptBlock;
  /** Methods of a class. */
  readonly method?: {
    readonly isStatic: boolean;
    readonly isConstructor: boolean;
    /** Its type as written before the name. */
    readonly type: Attribute | undefined;
  };
}

/** `trap`, `data`, `parallel`, `sequence`, `configuration` and DSC's `node` blocks, class members: a body under a heading. */
export interface HeadedBlock extends Span {
  readonly kind: 'block';
  readonly keyword: string;
  readonly name: string;
  readonly body: readonly Statement[];
}

/** `class` and `enum`. */
export interface TypeDefinition extends Span {
  readonly kind: 'type-definition';
  readonly keyword: 'class' | 'enum';
  readonly name: string;
  readonly nameStart: number;
  readonly attributes: readonly Attribute[];
  readonly hasBase: boolean;
  readonly members: readonly (FunctionDefinition | ValueElement)[];
}

export interface Using extends Span {
  readonly kind: 'using';
  readonly what: string;
  readonly whatStart: number;
  readonly name: Expression | undefined;
  /** `using namespace X = Y`. */
  readonly hasAlias: boolean;
}

export type Statement =
  | Pipeline
  | Assignment
  | Chain
  | If
  | Loop
  | Switch
  | Try
  | FlowStatement
  | FunctionDefinition
  | HeadedBlock
  | TypeDefinition
  | Using;

export interface Parameter extends Span {
  readonly kind: 'parameter-definition';
  readonly name: string;
  readonly nameStart: number;
  readonly attributes: readonly Attribute[];
  readonly defaultValue: Expression | undefined;
}

export interface ScriptBlock extends Span {
  readonly kind: 'body';
  readonly attributes: readonly Attribute[];
  readonly parameters: readonly Parameter[] | undefined;
  /** Of the word `param`. */
  readonly paramStart: number | undefined;
  /** Of all of its blocks, in order. */
  readonly statements: readonly Statement[];
}

export type Node =
  | Expression
  | Statement
  | Attribute
  | CommandParameter
  | Redirection
  | CommandNode
  | ValueElement
  | Parameter
  | ScriptBlock;
