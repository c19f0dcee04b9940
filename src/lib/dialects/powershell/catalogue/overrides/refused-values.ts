/** Texts that a parameter leaves to another one at its place, because it turns them down itself. */
export const refusedValues: readonly {
  readonly command: RegExp;
  readonly parameter: string;
  readonly refuses: RegExp;
  readonly source: string;
}[] = [
  {
    command: /^Add-Member$/i,
    parameter: 'NotePropertyName',
    refuses:
      /^(?:AliasProperty|All|CodeMethod|CodeProperty|Dynamic|Event|InferredProperty|MemberSet|Method|Methods|NoteProperty|ParameterizedProperty|Properties|Property|PropertySet|ScriptMethod|ScriptProperty)$/i,
    source: 'NotePropertyNameTransformation of Add-Member in the open-source engine: names of PSMemberTypes',
  },
];
