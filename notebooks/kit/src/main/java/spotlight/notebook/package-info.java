/** What notebook cells call: {@link spotlight.notebook.Show} puts charts, tables and HTML below a cell, on any IJava-like kernel. */
package spotlight.notebook;
