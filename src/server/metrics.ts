/** Numbers about the server for Prometheus: requests, how long they took, the queue, the process. */
import { type RequestHandler, Router } from 'express';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { refuseMethod } from './problems.js';
import type { TaskQueue } from './task-queue.js';

interface Metrics {
  /** Counts every request that passes. */
  observe: RequestHandler;
  /** `/metrics` in the Prometheus text format. */
  routes: Router;
}

/** Collects into a registry of its own, so that two applications in one process do not mix. */
export function createMetrics(queue: TaskQueue): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const labelNames = ['method', 'route', 'status'] as const;
  const requests = new Counter({
    name: 'http_requests_total',
    help: 'Requests answered, by route and status',
    labelNames,
    registers,
  });
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from a request to the end of its answer',
    labelNames,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
    registers,
  });
  const gauges: readonly [name: string, help: string, value: () => number][] = [
    ['asterism_uptime_seconds', 'Time since the process started', () => process.uptime()],
    ['asterism_heavy_questions_running', 'Heavy questions that run', () => queue.running],
    ['asterism_heavy_questions_waiting', 'Heavy questions that wait', () => queue.waiting],
  ];
  for (const [name, help, value] of gauges) {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value());
      },
    });
  }

  const routes = Router();
  routes
    .route('/metrics')
    .get(async (_request, response) => {
      response
        .set('cache-control', 'no-store')
        .type(registry.contentType)
        .send(await registry.metrics());
    })
    .all(refuseMethod('GET', 'HEAD'));

  return {
    observe: (request, response, next) => {
      const end = durations.startTimer();
      response.once('close', () => {
        // Patterns, never addresses: a label with ids in it would grow without bound.
        const labels = {
          method: request.method,
          route:
            typeof request.route?.path === 'string' ? `${request.baseUrl}${request.route.path}` : 'other',
          status: response.writableFinished ? response.statusCode : 499,
        };
        requests.inc(labels);
        end(labels);
      });
      next();
    },
    routes,
  };
}
