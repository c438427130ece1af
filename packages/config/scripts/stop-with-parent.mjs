/**
 * Preloaded into a service: when the process that started it disappears without a word (kill -9), the service stops as
 * if it had been asked to, instead of holding its port for ever.
 */
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()
