"""The ``bongsu`` command: what there is, and how errors become words and exit codes."""

from __future__ import annotations

import os
import re
import sys
import traceback
from importlib import import_module
from typing import Any

import click

from bongsu import __version__
from bongsu.cli.terminal import dump_json, echo, paint
from bongsu.errors import BongsuError, ClusterError, InputError, UseError

__all__ = ["EXIT_CODES", "cli", "main"]

EXIT_CODES = {
    0: "done",
    1: "done, and --fail-on was met",
    2: "wrong use",
    3: "input not understood",
    4: "no data, too old, or past decay",
    69: "a cluster that cannot be used",
    70: "a fault of ours",
    130: "interrupted",
}

# Name, module, one line: shown by --help without loading the module.
_COMMANDS = (
    ("assess", "assess", "Everything that follows from a case, a file or pasted text."),
    ("passes", "passes", "When a satellite is over a place, and what it could see."),
    ("warn", "warn", "When imaging satellites have places in reach."),
    ("imager", "imager", "What is published of imaging satellites' cameras."),
    ("claim", "claim", 'Was "photographed X at T" possible?'),
    ("flight", "flight", "Do an apogee, a range and a time agree? How far would that carry?"),
    ("notice", "notice", "What a launch warning says and implies."),
    ("sat", "sat", "One satellite whole; search elements for a launch to come."),
    ("ascent", "ascent", "Fly a described launcher forwards; where its parts fall, and when."),
    ("case", "case", "List, show, start, check and extend cases."),
    ("record", "record", "Launches and missile tests: what each party said."),
    ("serve", "serve", "The console: the same answers in a browser, with a map."),
    ("explain", "explain", "One finding whole: evidence, method, caveats, formula."),
    ("cite", "cite", "How to cite Bongsu, a case and its sources."),
    ("doctor", "doctor", "What is installed, and how old the bundled tables are."),
)
_SOUTHERN = re.compile(r"-\d+(\.\d+)?\s*[, ]\s*[+-]?\d")


class _Commands(click.Group):
    """Commands that are imported when they are called."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        # A place on the southern half is no option: "-33.9,151.2" begins with a minus sign.
        return super().parse_args(ctx, [f" {word}" if _SOUTHERN.match(word) else word for word in args])

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for name, _, _ in _COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        for name, module, _ in _COMMANDS:
            if name == cmd_name:
                command: click.Command = import_module(f"bongsu.cli.{module}_command").command
                return command
        return None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, words) for name, _, words in _COMMANDS])

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from difflib import get_close_matches  # noqa: PLC0415 - only when a name is wrong

            near = get_close_matches(args[0], self.list_commands(ctx), n=1)
            if near:
                raise click.UsageError(f"{error.message}\n  tip: a similar command exists: {near[0]}", ctx) from None
            raise


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="First time? bongsu assess malligyong-1   (bundled, offline). Times are UTC; nothing uses the network.",
)
@click.version_option(__version__, prog_name="bongsu")
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Checks what is said about rocket launches and satellites against physics, from public data."""
    if os.environ.get("NO_COLOR"):
        ctx.color = False
    elif os.environ.get("FORCE_COLOR"):
        ctx.color = True


def _say_error(error: BongsuError, as_json: bool) -> None:
    problems = getattr(error, "problems", ())
    advice = getattr(error, "advice", "")
    text = str(error)
    if as_json:
        _say_json(text, advice, [{"where": p.where, "what": p.what, "advice": p.advice} for p in problems])
        return
    echo(paint("error: ", "red", "bold") + text, err=True)
    for problem in problems[:20]:
        if problem.what not in text:
            echo(f"  {problem}", err=True)
    if len(problems) > 20:
        echo(f"  and {len(problems) - 20} more", err=True)
    if advice and advice not in text:
        echo(f"  tip: {advice}", err=True)


def _say_usage(error: click.ClickException, as_json: bool) -> None:
    """Wrong use: what is wrong, and how the command is called."""
    if type(error).__name__ == "NoArgsIsHelpError":  # Click 8.2 on
        error.show()
        return
    context = getattr(error, "ctx", None)
    hint = f"{context.command_path} --help" if context is not None else "bongsu --help"
    if as_json:
        _say_json(error.format_message(), hint, [])
        return
    if context is not None:
        echo(context.get_usage(), err=True)
        echo(f"Try '{hint}' for help.", err=True)
        echo(err=True)
    echo(paint("error: ", "red", "bold") + error.format_message(), err=True)


def _say_json(text: str, advice: str, problems: list[dict[str, str]]) -> None:
    echo(dump_json({"error": text, "advice": advice, "problems": problems}, indent=None), err=True)


def _wants_json(args: list[str]) -> bool:
    """Whether the answer was asked for as JSON, so that an error is JSON too."""
    wanted = os.environ.get("BONGSU_FORMAT", "")
    for n, word in enumerate(args):
        if word in ("-f", "--format"):
            wanted = args[n + 1] if n + 1 < len(args) else ""
        elif word.startswith("--format="):
            wanted = word.partition("=")[2]
        elif word.startswith("-f") and not word.startswith("--"):
            wanted = word[2:]
    return wanted in ("json", "jsonl", "geojson")


def main(argv: list[str] | None = None) -> None:
    """Run the command line; never a traceback without ``-vv``."""
    given = list(sys.argv[1:] if argv is None else argv)
    args = [word for word in given if word != "-vv"]  # for every command: show where an error arose
    traced = len(args) < len(given)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    code = 0
    try:
        # Without standalone mode click hands back the code of an Exit instead of leaving with it.
        code = cli.main(args=args, prog_name="bongsu", standalone_mode=False)
    except click.exceptions.Exit as stop:
        code = stop.exit_code
    except click.ClickException as error:
        _say_usage(error, _wants_json(args))
        code = 2
    except (click.Abort, KeyboardInterrupt):
        echo("interrupted", err=True)
        code = 130
    except BrokenPipeError:  # whoever read us has enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except BongsuError as error:
        _say_error(error, _wants_json(args))
        if traced:
            traceback.print_exc()
        code = (
            2
            if isinstance(error, UseError)
            else 3
            if isinstance(error, InputError)
            else 69
            if isinstance(error, ClusterError)
            else 4
        )
    except Exception as error:  # a fault of ours: said as such, with the way to see where
        echo(paint("fault in Bongsu: ", "red", "bold") + f"{type(error).__name__}: {error}", err=True)
        echo("  tip: run it again with -vv to see where, and report it with the input", err=True)
        if traced:
            traceback.print_exc()
        code = 70
    if isinstance(code, int) and code:
        sys.exit(code)
