"""How fast the console is in a real browser without a GPU: reported, never asserted.

Usage: python benchmarks/console.py [--seconds 5] [--minutes 1]      (needs Chromium and the extra ``browser``; about 2 minutes)
First useful picture: from the request until the sentence and the map's areas are on screen, with the engine warm (as
``bongsu serve`` has it a few seconds after its start) and cold (the answer still being worked out).
"""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync",
         "--disable-component-update", "--disable-3d-apis", "--enable-precise-memory-info"]  # fmt: skip
FRAMES = """async ([seconds, points]) => {
  const {makeGlobe} = await import('/app/globe.js');
  const {scene} = await import('/app/scene.js');
  const canvas = document.getElementById('map');
  let spent = 0;
  const globe = makeGlobe(canvas, {onPick() {}, onView() {}, onDraw(ms) { spent += ms; }});
  globe.setWorld(await (await fetch('/map/countries-110m.json')).json());
  const ring = Array.from({length: 1441}, (_, i) => i);
  const track = {norad_id: 1, name: 'one', start: '2024-06-07T00:00:00Z', time: ring.map((i) => i * 60), latitude_deg: ring.map((i) => 80 * Math.sin(i / 15)),
    longitude_deg: ring.map((i) => (i * 4.2) % 360 - 180), height_m: ring.map(() => 500000), sunlit: ring.map(() => true)};
  const sites = Array.from({length: 50}, (_, i) => ({name: `site ${i}`, latitude: -60 + (i * 37) % 120, longitude: -180 + (i * 71) % 360}));
  const cloud = Array.from({length: points}, (_, i) => [(i * 137.5) % 360 - 180, (i * 61.8) % 160 - 80]);
  let frames = 0;
  const begun = performance.now();
  await new Promise((done) => {
    const step = (now) => {
      const time = new Date(Date.UTC(2024, 5, 7) + (now - begun) * 600);
      const list = scene({time, tracks: [track], sites, features: []}, {sel: ''});
      for (const place of cloud) { place[0] = (place[0] + 180.05) % 360 - 180; }
      if (points) list.push({type: 'points', id: 'cloud', role: 'orbit', positions: cloud});
      globe.setScene(list);
      globe.redraw();
      frames += 1;
      if (now - begun < seconds * 1000) requestAnimationFrame(step); else done();
    };
    requestAnimationFrame(step);
  });
  const passed = (performance.now() - begun) / 1000;
  return [frames / passed, spent / frames];
}"""


@contextlib.contextmanager
def console(port: int) -> Iterator[subprocess.Popen[str]]:
    """A running console, ended afterwards."""
    call = [
        sys.executable,
        "-c",
        "from bongsu.cli import main; main()",
        "serve",
        "--port",
        str(port),
        "--at",
        "2026-11-25T00:00Z",
    ]
    server = subprocess.Popen(call, stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        server.stdout.readline()
        yield server
    finally:
        server.terminate()
        server.wait(20)


def picture_s(browser: Any, address: str) -> float:
    """Seconds from asking for the page until sentence and map are there."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    begun = time.perf_counter()
    page.goto(address)
    page.wait_for_selector("#sentence")
    page.wait_for_selector("html[data-ready]")
    passed = time.perf_counter() - begun
    context.close()
    return passed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=5.0, help="of each measure of frames")
    parser.add_argument("--minutes", type=float, default=1.0, help="of play, for memory")
    asked = parser.parse_args()
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}/"
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores; Chromium without a GPU, 1280 x 800")
    with sync_playwright() as play, console(port):
        browser = play.chromium.launch(executable_path=shutil.which("chromium") or "chromium", args=FLAGS)
        cold = picture_s(browser, address)
        warm = sorted(picture_s(browser, address) for _ in range(5))
        print(
            f"first useful picture: {warm[0]:.2f} s best, {warm[2]:.2f} s median of 5, engine warm; {cold:.2f} s while it works the answer out"
        )
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        sizes: list[int] = []
        page.on("requestfinished", lambda request: sizes.append(request.sizes()["responseBodySize"]))
        page.goto(address)
        page.wait_for_selector("#sentence")
        page.wait_for_timeout(4000)
        print(f"sent: {sum(sizes) / 1e6:.2f} MB in {len(sizes)} requests, both maps included")
        for points in (0, 10_000):
            rate, spent = page.evaluate(FRAMES, [asked.seconds, points])
            what = "one track and 50 sites" + (f", and {points:,} moving points" if points else "")
            print(f"{rate:.0f} frames/s, {spent:.1f} ms of drawing a frame: {what}")
        page.close()
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto(address)
        page.wait_for_selector("#sentence")
        page.select_option("footer select", "21600")
        heap = "performance.memory.usedJSHeapSize / 1e6"
        found = []
        for _ in range(int(asked.minutes * 6)):
            if page.locator('footer button[aria-label="Play"]').count():
                page.click('footer button[aria-label="Play"]')
            page.wait_for_timeout(10_000)
            found.append(page.evaluate(heap))
        print(
            f"memory over {asked.minutes:g} min of play, every 10 s: "
            + ", ".join(f"{value:.0f}" for value in found)
            + " MB"
        )
        browser.close()


if __name__ == "__main__":
    main()
