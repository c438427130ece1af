// Generators of clients need the compiler's programming interface, which TypeScript 7 has not got: they get a compiler of their own.
const generators = new Set(['@hey-api/openapi-ts', 'openapi-typescript'])

/** Read by pnpm: changes the manifests of packages before they are resolved. */
module.exports = {
  hooks: {
    readPackage(manifest) {
      if (!generators.has(manifest.name)) return manifest
      const { typescript: _, ...peerDependencies } = manifest.peerDependencies
      return { ...manifest, peerDependencies, dependencies: { ...manifest.dependencies, typescript: '5.9.3' } }
    },
  },
}
