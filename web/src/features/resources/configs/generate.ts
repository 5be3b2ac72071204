import { api, dataOf } from '../../../api/client';
import type { components } from '../../../api/schema';

export type Generated = components['schemas']['GenerateConfigResponse'];

export const kinds = ['compose', 'env', 'nginx', 'quantum', 'traefik', 'prometheus', 'template'] as const;
export type Kind = (typeof kinds)[number];

export interface Request {
  kind: Kind;
  project_id: number;
  environment_id: number | null;
  domain: string;
  ssl: boolean;
  certificate: string;
  certificateKey: string;
  services: string;
  template: string;
}

/** Which fields a kind has beside project and environment. */
export const fieldsOf = (kind: Kind) => ({ domain: kind === 'nginx' || kind === 'traefik', ssl: kind === 'nginx', template: kind === 'template' });

/** Makes the file on the server, now. */
export function generate(request: Request): Promise<Generated> {
  const { kind, project_id, environment_id } = request;
  const path = { project_id };
  const query = environment_id === null ? {} : { environment_id };
  const named = { ...query, ...(request.domain.trim() !== '' && { domain: request.domain.trim() }), ...(request.services.trim() !== '' && { services: request.services.trim() }) };
  switch (kind) {
    case 'compose':
      return dataOf(api.GET('/api/v1/resources/generate/docker-compose/{project_id}', { params: { path, query } }));
    case 'env':
      return dataOf(api.GET('/api/v1/resources/generate/env/{project_id}', { params: { path, query } }));
    case 'quantum':
      return dataOf(api.GET('/api/v1/resources/generate/quantum-config/{project_id}', { params: { path, query } }));
    case 'prometheus':
      return dataOf(api.GET('/api/v1/resources/generate/prometheus/{project_id}', { params: { path, query } }));
    case 'traefik':
      return dataOf(api.GET('/api/v1/resources/generate/traefik/{project_id}', { params: { path, query: named } }));
    case 'nginx': {
      const files = { ...(request.certificate !== '' && { ssl_certificate: request.certificate }), ...(request.certificateKey !== '' && { ssl_certificate_key: request.certificateKey }) };
      return dataOf(api.GET('/api/v1/resources/generate/nginx/{project_id}', { params: { path, query: { ...named, include_ssl: request.ssl, ...(request.ssl && files) } } }));
    }
    case 'template':
      return dataOf(api.POST('/api/v1/resources/generate/template/{project_id}', { params: { path }, body: { content: request.template, environment_id } }));
  }
}
