/** The address of an endpoint below a base address, whatever slashes the operator typed. */
export const endpointUrl = (base: string, path: string): string => `${base.replace(/\/+$/, '')}${path}`
