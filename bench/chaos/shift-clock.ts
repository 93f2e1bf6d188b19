import { readFileSync } from 'node:fs';

// Imported before a service. Sets the service's clock ahead by the milliseconds in the file SHIFT_CLOCK_FILE.
const file = process.env['SHIFT_CLOCK_FILE'] ?? '';
const Real = Date;
let offset = 0;
let readAt = 0;

function ahead(): number {
  const now = performance.now();
  if (now - readAt > 200) {
    readAt = now;
    try {
      offset = Number(readFileSync(file, 'utf8')) || 0;
    } catch {
      offset = 0;
    }
  }
  return offset;
}

class ShiftedDate extends Real {
  constructor(...args: readonly unknown[]) {
    super(...((args.length === 0 ? [Real.now() + ahead()] : args) as [number]));
  }

  static override now(): number {
    return Real.now() + ahead();
  }
}

globalThis.Date = ShiftedDate as unknown as DateConstructor;
