import { writeFileSync } from 'node:fs';

// Writes ops/grafana/chipwatch.json: a row of panels for each question of an operator.
const PANELS: readonly (readonly [title: string, expression: string, legend: string, unit: string])[] = [
  ['Feeds by state', 'chipwatch_feeds', '{{state}}', 'short'],
  ['Items of the last 24 hours', 'chipwatch_items_24h', '{{state}}', 'short'],
  ['Longest overdue item', 'chipwatch_items_overdue_seconds', 'seconds', 's'],
  ['Items given up', 'chipwatch_items_failed', 'items', 'short'],
  ['Alerts of the last 24 hours', 'chipwatch_alerts_24h', '{{route}}', 'short'],
  ['Deliveries that wait or are dead', 'chipwatch_deliveries', '{{channel}} {{state}}', 'short'],
  ['Jobs in the queues', 'chipwatch_queue_jobs', '{{queue}} {{state}}', 'short'],
  ['Age of the last look for due work', 'chipwatch_sweep_age_seconds', '{{role}}', 's'],
  ['Memory of the web process', 'chipwatch_web_process_resident_memory_bytes', 'resident', 'bytes'],
  ['Event loop of the web process, p99', 'chipwatch_web_nodejs_eventloop_lag_p99_seconds', 'lag', 's'],
];
const dashboard = {
  title: 'chipwatch',
  uid: 'chipwatch',
  tags: ['chipwatch'],
  timezone: 'utc',
  schemaVersion: 39,
  refresh: '1m',
  time: { from: 'now-24h', to: 'now' },
  templating: {
    list: [{ name: 'datasource', type: 'datasource', query: 'prometheus', label: 'Prometheus' }],
  },
  panels: PANELS.map(([title, expr, legendFormat, unit], index) => ({
    id: index + 1,
    title,
    type: 'timeseries',
    datasource: { type: 'prometheus', uid: '${datasource}' },
    gridPos: { h: 8, w: 12, x: (index % 2) * 12, y: Math.floor(index / 2) * 8 },
    fieldConfig: { defaults: { unit, min: 0 }, overrides: [] },
    targets: [{ refId: 'A', expr, legendFormat }],
  })),
};
writeFileSync(new URL('grafana/chipwatch.json', import.meta.url), `${JSON.stringify(dashboard, null, 2)}\n`);
