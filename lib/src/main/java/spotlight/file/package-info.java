/**
 * Files of models and tokenizers: written whole or not at all, read without trusting them, and JSON, which many of them
 * are. Depends on nothing.
 */
package spotlight.file;
