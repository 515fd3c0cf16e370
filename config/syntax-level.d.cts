declare const level: { ecmaVersion: 2017; targets: Record<string, string> };
export = level;
