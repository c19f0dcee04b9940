import { describe, expect, it } from 'vitest';
import { parse } from '../../../../src/lib/dialects/powershell/syntax/parse.ts';

describe('what the grammar allows and PowerShell refuses', () => {
  it.each([
    // Targets.
    ['$a + 1 = 2', 'What stands before `=` cannot be assigned to.'],
    ['(Get-VM) = 1', 'What stands before `=` cannot be assigned to.'],
    ['$a, 1 = 1, 2', 'What stands before `=` cannot be assigned to.'],
    ['$a, $b += 1', 'What stands before `+=` cannot be assigned to.'],
    ['${a}?.b = 1', 'What stands before `=` cannot be assigned to.'],
    ['1++', '`++` needs a variable or property, and this is none.'],
    ['[void]$a = 1', 'A variable cannot be of the type [void].'],
    ['$x = @a', '`@a` splats a variable'],
    // Hashtables, functions, try.
    ['@{ a = 1; A = 2 }', 'The key `a` stands twice in this hashtable.'],
    ['@{ 1 = 1; 1 = 2 }', 'The key `1` stands twice in this hashtable.'],
    ['function f($a, $A) { }', 'There are two parameters `$A`.'],
    ['param([void]$a)', 'A parameter cannot be of the type [void].'],
    ['function f($a) { param($b) }', 'This function has parameters in parentheses after its name'],
    ['try { a } catch { b } catch { c }', 'This `catch` stands after one that catches everything'],
    ['try { a } catch [System.Exception] { b } catch [exception] { c }', '[exception] is caught twice.'],
    [
      'try { a } catch [exception] { b } catch [System.Exception] { c }',
      '[System.Exception] is caught twice.',
    ],
    ['foreach ($x in 1) { try { a } finally { break } }', '`break` would leave the `finally` block'],
    ['try { a } finally { return 1 }', '`return` would leave the `finally` block'],
    [
      ':a foreach ($x in 1) { try { b } finally { foreach ($y in 1) { continue a } } }',
      '`continue` would leave',
    ],
    ['foreach ($x in 1) { try { a } finally { data { break } } }', '`break` would leave the `finally` block'],
    // Classes.
    ['class A { [int] M() { 1 } }', 'The method A.M has a type, and never returns a value.'],
    ['class A { M() { return 1 } }', 'The method A.M has no type, so that `return` cannot give a value.'],
    ['class A { [int] M() { return } }', 'The method A.M has a type, so that `return` must give a value.'],
    ['class A { [int] A() { } }', 'A constructor of the class A has no type.'],
    ['class A { static [object] M() { return $this } }', 'A static method belongs to no instance'],
    ['class A { [int] M() { return $x } }', '`$x` is not assigned in this method'],
    ['class A { [int] M() { param($x) return 1 } }', 'A method has its parameters in parentheses'],
    ['[DscResource()] class A { [void] Set() { } }', 'this class lacks Get and Test.'],
    // Attributes.
    ['param([Parameter(Position = $x)]$a)', 'can be given values that are written out, or script blocks;'],
    ['[Obsolete({ a })] class A { }', 'can be given values that are written out;'],
    [
      'class A { [void] M([ValidateScript({ $_ })]$a) { } }',
      'The attribute [ValidateScript] can be given values that are written out;',
    ],
    ['[ValidateSet(1)] 1', 'The attribute [ValidateSet(…)] belongs to nothing.'],
    ['[ordered]$x', '[ordered] can only stand before a hashtable that is written out.'],
    // Requirements.
    ['#Requires -Version x', 'This is no version.'],
    ['#Requires -Version', '`-Version` needs a value.'],
    ['#Requires -PSEdition Core -PSEdition Desktop', '`-PSEdition` is given twice.'],
    ['#Requires -Modules @{ ModuleName = "a" }', 'A module is described here without a version'],
    ['#Requires -RunAsAdministrator 1', '`-RunAsAdministrator` takes no value.'],
    ['#Requires -Colour 1', '`#Requires` has no parameter `-Colour`.'],
    ['#Requires Hyper-V', 'A parameter was expected here in `#Requires`.'],
  ])('is said of %j', (text, message) => {
    const [first] = parse(text, 7).problems;
    expect(first?.message).toContain(message);
  });

  it.each([
    '$a, $b.c, $d[0] = 1, 2, 3; ($e) = 4; [int]$f = 5; $a++; --$b.c',
    'Get-VM @a',
    '@{ a = 1; b = 2; "$x" = 3; "$y" = 4 }',
    'function f() { param($a) }',
    'try { a } catch [IO.IOException] { b } catch { c }',
    'try { a } finally { foreach ($x in 1) { break }; & { return 1 } }',
    'try { a } finally { trap { break } b }',
    'try { a } finally { :b foreach ($x in 1) { foreach ($y in 1) { continue b } } }',
    'class A { [int] M() { while ($true) { } } [int] N() { throw 1 } [void] O() { return } A() { } }',
    'class A { [int]$x; [int] M($y) { $z = $y; foreach ($i in 1) { $z += $i } return $z + $this.x + $script:q } }',
    '[DscResource()] class A { [A] Get() { return $this } [void] Set() { } [bool] Test() { return $true } }',
    'param([ValidateScript({ $_ })][ValidateSet("a", 1 + 2)]$a)',
    '[ordered]@{ a = 1 }; [ValidateSet(1)]$x = 1',
    '#Requires -Version 5.1 -Modules Hyper-V, @{ ModuleName = "a"; ModuleVersion = "1.0" }',
    '#Requires -PSEdition Core -ShellId a -RunAsAdministrator',
    '# Requires nothing',
  ])('is not said of %j', (text) => {
    expect(parse(text, 7).problems).toEqual([]);
  });
});
