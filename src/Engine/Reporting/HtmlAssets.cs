using System.Security.Cryptography;
using System.Text;

namespace Alicerce.Engine.Reporting;

/// <summary>The only style and the only script of an HTML report; its content security policy names their hashes and nothing else.</summary>
internal static class HtmlAssets
{
    public const string Style = """
        :root { color-scheme: light dark; --text: #1b1f24; --soft: #57606a; --back: #ffffff; --card: #f6f8fa; --line: #d0d7de; --bad: #b3261e; --good: #1a6b33; --warn: #8a4b00; }
        @media (prefers-color-scheme: dark) { :root { --text: #e6edf3; --soft: #9da7b1; --back: #0d1117; --card: #161b22; --line: #3d444d; --bad: #ff8a80; --good: #6fdd8b; --warn: #f0b357; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--back); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
        main { max-width: 72rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
        h1, h2, h3 { line-height: 1.25; margin: 1.5rem 0 .5rem; overflow-wrap: anywhere; }
        h3 { font-size: 1rem; }
        p, dl, ol, ul { margin: .5rem 0; }
        .soft { color: var(--soft); }
        .totals { display: flex; flex-wrap: wrap; gap: .5rem; }
        .totals div { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .25rem 1rem; }
        .totals dt { color: var(--soft); font-size: .875rem; }
        .totals dd { margin: 0; font-size: 1.5rem; font-weight: 600; }
        .case { border: 1px solid var(--line); border-radius: .5rem; margin: .375rem 0; padding: .375rem .75rem; overflow-wrap: anywhere; }
        [hidden] { display: none !important; }
        .case:target { outline: 3px solid currentColor; }
        .status { display: inline-block; min-width: 4.5rem; font-weight: 600; }
        [data-status=failed] .status, [data-status=error] .status, .red { color: var(--bad); }
        [data-status=passed] .status, .green { color: var(--good); }
        [data-status=skipped] .status { color: var(--warn); }
        summary { cursor: pointer; }
        summary:focus-visible, input:focus-visible, a:focus-visible { outline: 3px solid currentColor; outline-offset: 2px; }
        pre { background: var(--card); border: 1px solid var(--line); border-radius: .375rem; padding: .5rem .75rem; white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: isolate; max-height: 30rem; overflow: auto; }
        table { border-collapse: collapse; width: 100%; }
        th, td { border: 1px solid var(--line); padding: .25rem .5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; white-space: pre-wrap; unicode-bidi: isolate; }
        a { color: inherit; }
        fieldset { border: 1px solid var(--line); border-radius: .5rem; display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
        """;

    public const string Script = """
        const form = document.getElementById('filter');
        const shown = document.getElementById('shown');
        const cases = [...document.querySelectorAll('.case')];
        const open = () => {
          const item = document.getElementById(location.hash.slice(1));
          if (!item || !item.classList.contains('case')) return;
          item.hidden = false;
          item.open = true;
          item.scrollIntoView();
        };
        form.hidden = false;
        open();
        window.addEventListener('hashchange', open);
        form.addEventListener('change', event => {
          let count = 0;
          for (const item of cases) {
            const wanted = event.target.value;
            const fits = wanted === 'all' || (wanted === 'flaky' ? 'flaky' in item.dataset : item.dataset.status === wanted);
            item.hidden = !fits;
            count += fits ? 1 : 0;
          }
          shown.textContent = shown.dataset.text.replace('{0}', count).replace('{1}', cases.length);
        });
        """;

    /// <summary>Forbids everything but the one style and the one script: no network, no images, no forms, no frames.</summary>
    public static readonly string Policy = $"default-src 'none'; style-src '{Hash(Style)}'; script-src '{Hash(Script)}'; base-uri 'none'; form-action 'none'";

    private static string Hash(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
}
