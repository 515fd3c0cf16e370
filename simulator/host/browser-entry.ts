import { startSimulator } from './start-simulator.ts';

/** The bundle's only name in its window: pages and drivers start a program through it. */
Object.assign(globalThis, { weappSimulator: { start: startSimulator } });
