import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import ts from 'typescript';

/** What a value has to be: a primitive, a function, any object, a list, or an object with members. */
export type Shape =
  | 'any'
  | 'string'
  | 'number'
  | 'boolean'
  | 'function'
  | 'object'
  | { list: Shape }
  | { members: Record<string, Shape> };

/** What one function of wx hands out: to `success` or its promise, and by returning. */
export type Promised = { success?: Shape; returns?: Shape };

/** Deeper than this nothing is compared. */
const DEPTH = 4;

/** Every function of wx in WeChat's own typings, with the required members of what it hands out. */
export function readPromises(): Record<string, Promised> {
  const { checker, wx } = openTypings();
  const promises: Record<string, Promised> = {};
  for (const member of wx.getProperties()) {
    const [signature] = checker.getTypeOfSymbol(member).getCallSignatures();
    if (signature) promises[member.name] = toPromised(checker, signature);
  }
  return promises;
}

function openTypings() {
  const require = createRequire(import.meta.url);
  const root = dirname(require.resolve('miniprogram-api-typings/package.json'));
  const file = join(root, 'types', 'wx', 'lib.wx.api.d.ts');
  const program = ts.createProgram([file, join(root, 'types', 'index.d.ts')], {
    noEmit: true,
    strict: true,
    types: [],
    lib: ['lib.es2020.d.ts'],
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const space = source?.statements.find(ts.isModuleDeclaration);
  const body = space?.body && ts.isModuleBlock(space.body) ? space.body.statements : [];
  const declared = body.find((one) => ts.isInterfaceDeclaration(one) && one.name.text === 'Wx');
  if (!declared) throw new Error('miniprogram-api-typings no longer declares "interface Wx"');
  return { checker, wx: checker.getTypeAtLocation(declared) };
}

function toPromised(checker: ts.TypeChecker, signature: ts.Signature): Promised {
  const promised: Promised = {};
  const success = successOf(checker, signature);
  if (success) promised.success = toShape(checker, success, DEPTH);
  const returned = signature.getReturnType();
  const isPromise = /^Promis/.test(checker.typeToString(returned));
  if (!isPromise && !(returned.flags & ts.TypeFlags.Void)) {
    promised.returns = toShape(checker, returned, DEPTH);
  }
  return promised;
}

/** The argument of `success`, where the first parameter is an object that has it. */
function successOf(checker: ts.TypeChecker, signature: ts.Signature): ts.Type | undefined {
  const [first] = signature.getParameters();
  if (!first) return undefined;
  const given = checker.getTypeOfSymbol(first);
  const options = checker.getNonNullableType(checker.getBaseConstraintOfType(given) ?? given);
  const success = options.getProperty('success');
  if (!success) return undefined;
  const callback = checker.getNonNullableType(checker.getTypeOfSymbol(success));
  const result = callback.getCallSignatures()[0]?.getParameters()[0];
  return result && checker.getTypeOfSymbol(result);
}

const PRIMITIVES: [ts.TypeFlags, Shape][] = [
  [ts.TypeFlags.StringLike, 'string'],
  [ts.TypeFlags.NumberLike, 'number'],
  [ts.TypeFlags.BooleanLike, 'boolean'],
];

function toShape(checker: ts.TypeChecker, type: ts.Type, depth: number): Shape {
  for (const [flags, shape] of PRIMITIVES) if (type.flags & flags) return shape;
  if (type.isUnion()) return toUnionShape(checker, type, depth);
  if (!(type.flags & ts.TypeFlags.Object)) return 'any';
  if (type.getCallSignatures().length > 0) return 'function';
  if (depth === 0) return 'object';
  if (checker.isArrayType(type)) {
    const [item] = checker.getTypeArguments(type as ts.TypeReference);
    return { list: item ? toShape(checker, item, depth - 1) : 'any' };
  }
  // Its members are those of the language, and the window's own class is another one.
  if (type.symbol?.name === 'ArrayBuffer') return 'object';
  const required = type.getProperties().filter((one) => !(one.flags & ts.SymbolFlags.Optional));
  const members = required.map((one) => [
    one.name,
    toShape(checker, checker.getTypeOfSymbol(one), depth - 1),
  ]);
  return { members: Object.fromEntries(members) as Record<string, Shape> };
}

/** Alternatives of one kind are of that kind; of several they are not compared. */
function toUnionShape(checker: ts.TypeChecker, type: ts.UnionType, depth: number): Shape {
  const shapes = type.types.map((one) => toShape(checker, one, depth));
  const [first = 'any'] = shapes;
  return shapes.every((one) => typeof one === 'string' && one === first) ? first : 'any';
}
