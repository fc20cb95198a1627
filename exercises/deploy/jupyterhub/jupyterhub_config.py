# A JupyterHub that serves the course to a class. On the server, as root, with the course in a folder that all may read:
#   cd /opt/spotlight && ./lab --version && jupyterhub -f exercises/deploy/jupyterhub/jupyterhub_config.py
# To try it alone, on this machine only, without accounts: SPOTLIGHT_HUB_TRY=a-password jupyterhub -f …
import os
import sys

c = get_config()  # noqa: F821 (JupyterHub gives it)
here = os.path.dirname(os.path.abspath(__file__))

# Behind a web server with TLS, or with c.JupyterHub.ssl_key and ssl_cert set; never open to the network as it is.
c.JupyterHub.bind_url = os.environ.get("SPOTLIGHT_HUB_URL", "http://127.0.0.1:8000")
c.JupyterHub.hub_ip = "127.0.0.1"
c.ConfigurableHTTPProxy.api_url = os.environ.get("SPOTLIGHT_HUB_PROXY", "http://127.0.0.1:8001")

# Runs as the student: copies the course to their home at the first start, then starts their Jupyter.
c.Spawner.cmd = [sys.executable, os.path.join(here, "start_course.py")]
c.Spawner.notebook_dir = "~/spotlight"
c.Spawner.default_url = "/tree/notebooks"
c.Spawner.start_timeout = 120
c.Spawner.http_timeout = 120
# 1 GB is enough for each chapter; LocalProcessSpawner does not enforce it, DockerSpawner and KubeSpawner do.
c.Spawner.mem_limit = "2G"
c.JupyterHub.concurrent_spawn_limit = 10

password = os.environ.get("SPOTLIGHT_HUB_TRY")
if password:
    # Any name, this password, no accounts of the system: for a try on loopback.
    c.JupyterHub.bind_url = os.environ.get("SPOTLIGHT_HUB_URL", "http://127.0.0.1:8000")
    if not c.JupyterHub.bind_url.startswith("http://127.0.0.1:"):
        raise SystemExit("SPOTLIGHT_HUB_TRY is for 127.0.0.1 only: unset it, or SPOTLIGHT_HUB_URL")
    c.JupyterHub.authenticator_class = "dummy"
    c.DummyAuthenticator.password = password
    c.JupyterHub.spawner_class = "simple"
    c.SimpleLocalProcessSpawner.home_dir_template = os.environ.get("SPOTLIGHT_HUB_HOMES", "/tmp/spotlight-hub/{username}")
    if os.geteuid() == 0:
        c.Spawner.args = ["--allow-root"]
# Otherwise the accounts of this machine log in, and each student's Jupyter runs as that account. For a university's login:
# c.JupyterHub.authenticator_class = "…" from oauthenticator or ltiauthenticator.
