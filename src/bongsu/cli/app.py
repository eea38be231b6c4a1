"""The ``bongsu`` command: what there is, and how errors become words and exit codes."""

from __future__ import annotations

import json
import os
import sys
import traceback
from importlib import import_module
from typing import Any

import click

from bongsu import __version__
from bongsu.errors import BongsuError, InputError, NoDataError

__all__ = ["EXIT_CODES", "cli", "main"]

EXIT_CODES = {
    0: "done",
    1: "done, and --fail-on was met",
    2: "wrong use",
    3: "input not understood",
    4: "no data, too old, or past decay",
    70: "a fault of ours",
    130: "interrupted",
}

# Name, module, one line: shown by --help without loading the module.
_COMMANDS = (
    ("assess", "assess", "Everything that follows from a case, a file or pasted text."),
    ("passes", "passes", "When a satellite is over a place, and what it could see."),
    ("claim", "claim", 'Was "photographed X at T" possible?'),
    ("flight", "flight", "Do an apogee, a range and a flight time agree?"),
    ("notice", "notice", "What a launch warning says and implies."),
    ("case", "case", "List, show, start, check and extend cases."),
    ("explain", "explain", "One finding whole: evidence, method, caveats, formula."),
    ("cite", "cite", "How to cite Bongsu, a case and its sources."),
    ("doctor", "doctor", "What is installed, and how old the bundled tables are."),
)


class _Commands(click.Group):
    """Commands that are imported when they are called."""

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
    if as_json:
        body = {
            "error": str(error),
            "advice": advice,
            "problems": [{"where": p.where, "what": p.what, "advice": p.advice} for p in problems],
        }
        click.echo(json.dumps(body, ensure_ascii=False), err=True)
        return
    click.echo(click.style("error: ", fg="red", bold=True) + str(error), err=True)
    text = str(error)
    for problem in problems[:20]:
        if str(problem) not in text:
            click.echo(f"  {problem}", err=True)
    if len(problems) > 20:
        click.echo(f"  and {len(problems) - 20} more", err=True)
    if advice and advice not in text:
        click.echo(f"  tip: {advice}", err=True)


def main(argv: list[str] | None = None) -> None:
    """Run the command line; never a traceback without ``-vv``."""
    given = list(sys.argv[1:] if argv is None else argv)
    args = [word for word in given if word != "-vv"]  # for every command: show where an error arose
    traced = len(args) < len(given)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        cli.main(args=args, prog_name="bongsu", standalone_mode=False)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except BongsuError as error:
        _say_error(error, "json" in args)
        if traced:
            traceback.print_exc()
        sys.exit(4 if isinstance(error, NoDataError) else 3 if isinstance(error, InputError) else 4)
    except Exception as error:  # a fault of ours: said as such, with the way to see where
        click.echo(click.style("fault in Bongsu: ", fg="red", bold=True) + f"{type(error).__name__}: {error}", err=True)
        click.echo("  tip: run it again with -vv to see where, and report it with the input", err=True)
        if traced:
            traceback.print_exc()
        sys.exit(70)
