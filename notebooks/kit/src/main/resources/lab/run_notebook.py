"""Executes one notebook and tells its story as JSON lines on standard output.

run_notebook.py NOTEBOOK OUTPUT CELL_TIMEOUT_SECONDS

Events: ready; cell (index); done (index, seconds); then one of finished (processor: seconds the kernel computed, if the
system can tell); error (index, ename, evalue, traceback); timeout (index); dead (index, -1 if no cell had started);
nostart (reason). Works with nbclient 0.7 and later.
"""
import json
import os
import sys
import time

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError


def tell(event, **facts):
    print(json.dumps({"event": event, **facts}), flush=True)


def processor():
    """What the kernel, which has ended, has used."""
    try:
        import resource
    except ImportError:  # Windows
        return {}
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {"processor": used.ru_utime + used.ru_stime}


class Teller(NotebookClient):
    ready = False
    current = -1

    async def async_start_new_kernel_client(self):
        client = await super().async_start_new_kernel_client()
        self.ready = True
        tell("ready")
        return client

    async def async_execute_cell(self, cell, cell_index, *args, **kwargs):
        if cell.cell_type != "code" or not cell.source.strip():
            return await super().async_execute_cell(cell, cell_index, *args, **kwargs)
        self.current = cell_index
        tell("cell", index=cell_index)
        began = time.monotonic()
        result = await super().async_execute_cell(cell, cell_index, *args, **kwargs)
        tell("done", index=cell_index, seconds=time.monotonic() - began)
        return result


def main(source, target, timeout):
    notebook = nbformat.read(source, as_version=4)
    client = Teller(notebook, timeout=timeout, startup_timeout=120, kernel_name="java", record_timing=False,
                    resources={"metadata": {"path": os.path.dirname(os.path.abspath(source))}})
    try:
        client.execute()
        tell("finished", **processor())
    except CellTimeoutError:
        tell("timeout", index=client.current)
    except DeadKernelError:
        tell("dead", index=client.current)
    except CellExecutionError:
        errors = [o for o in notebook.cells[client.current].outputs if o.output_type == "error"]
        tell("error", index=client.current, ename=errors[-1].ename, evalue=errors[-1].evalue,
             traceback="\n".join(errors[-1].traceback))
    except Exception as failure:
        if client.ready:
            raise
        tell("nostart", reason=f"{type(failure).__name__}: {failure}")
    finally:
        nbformat.write(notebook, target)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
