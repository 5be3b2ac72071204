using System.Globalization;
using System.Text;
using System.Xml;
using Alicerce.Engine.Running;

namespace Alicerce.Engine.Reporting;

/// <summary>JUnit XML as CI systems read it: one suite, a test case for each final result, its component as class name.</summary>
public sealed class JUnitReport(string path) : FileReport(path)
{
    private FileStream _spool = null!;
    private XmlWriter _cases = null!;
    private Counts _counts = new();

    private protected override void Begin(RunStarted started)
    {
        _counts = new Counts();
        _spool = OpenSpool();
        _cases = XmlWriter.Create(_spool, new XmlWriterSettings { ConformanceLevel = ConformanceLevel.Fragment, Indent = true, Encoding = new UTF8Encoding(false), Async = true });
    }

    private protected override void Write(CaseResult result)
    {
        _counts.Add(result);
        _cases.WriteStartElement("testcase");
        Attribute(_cases, "name", result.Case.Name);
        Attribute(_cases, "classname", result.Case.ComponentPath ?? result.Case.Kind.ToString().ToLowerInvariant());
        Attribute(_cases, "time", Seconds(result.Duration));
        if (result.Attempt > 1)
            WriteAttempts(result);
        switch (result.Status)
        {
            case CaseStatus.Failed:
                WriteProblem("failure", result);
                break;
            case CaseStatus.Error:
                WriteProblem("error", result);
                break;
            case CaseStatus.Skipped:
                _cases.WriteStartElement("skipped");
                Attribute(_cases, "message", FailureText.Headline(result));
                _cases.WriteEndElement();
                break;
        }
        _cases.WriteEndElement();
    }

    private protected override async Task ComposeAsync(Stream file, RunStarted started, RunFinished finished, CancellationToken ct)
    {
        await _cases.FlushAsync();
        await using var writer = XmlWriter.Create(file, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Async = true, CloseOutput = false });
        await writer.WriteStartDocumentAsync();
        foreach (var element in new[] { "testsuites", "testsuite" })
        {
            await writer.WriteRawAsync("\n");
            writer.WriteStartElement(element);
            Attribute(writer, "name", element == "testsuites" ? "Alicerce" : started.SuiteName);
            Attribute(writer, "tests", Number(_counts.Total));
            Attribute(writer, "failures", Number(_counts.Failed));
            Attribute(writer, "errors", Number(_counts.Errors));
            Attribute(writer, "skipped", Number(_counts.Skipped));
            Attribute(writer, "time", Seconds(finished.Summary.Duration));
            Attribute(writer, "timestamp", started.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
        }
        await writer.WriteRawAsync("\n");
        await writer.FlushAsync();
        await CopyAsync(_spool, file, ct);
        await writer.WriteRawAsync("\n");
        await writer.WriteEndElementAsync();
        await writer.WriteRawAsync("\n");
        await writer.WriteEndElementAsync();
        await writer.WriteRawAsync("\n");
    }

    private void WriteProblem(string element, CaseResult result)
    {
        _cases.WriteStartElement(element);
        Attribute(_cases, "message", FailureText.Headline(result));
        Attribute(_cases, "type", result.Reason ?? "unknown");
        _cases.WriteString(FailureText.Details(result));
        _cases.WriteEndElement();
    }

    private void WriteAttempts(CaseResult result)
    {
        _cases.WriteStartElement("properties");
        foreach (var (name, value) in new[] { ("attempts", Number(result.Attempt)), ("flaky", result.Flaky ? "true" : "false") })
        {
            _cases.WriteStartElement("property");
            Attribute(_cases, "name", name);
            Attribute(_cases, "value", value);
            _cases.WriteEndElement();
        }
        _cases.WriteEndElement();
    }

    private static void Attribute(XmlWriter writer, string name, string value) => writer.WriteAttributeString(name, ReportText.Clean(value));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
}
