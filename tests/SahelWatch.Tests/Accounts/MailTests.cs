using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using SahelWatch.Editing;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Accounts;

public sealed class MailTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_invitation_arrives_by_mail_with_a_link_that_opens_and_is_shown_to_nobody_else()
    {
        using var box = new MailBox();
        using var mailing = Mailing(box.Port);
        var admin = await mailing.SignedInAsync(Role.Administrator);

        using var sent = await admin.FormPost("/people", ("email", "oumar@example.org"), ("roles", "editor"));

        var mail = Assert.Single(box.Mails);
        var page = await admin.GetStringAsync("/people", Stop);
        var body = await mail.BodyAsync();
        var link = body[body.IndexOf("http://", StringComparison.Ordinal)..].Split(' ', '\n', '\r')[0];
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Equal(["oumar@example.org"], mail.Recipients);
        Assert.DoesNotContain("secret-link", page, StringComparison.Ordinal);
        using var opened = await mailing.CreateClient().GetAsync(new Uri(link).PathAndQuery, Stop);
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
    }

    [Theory]
    [InlineData("x@example.org\r\nBcc: evil@evil.example")]
    [InlineData("x@example.org\nSubject: evil")]
    [InlineData("x@example.org>\r\nRCPT TO:<evil@evil.example")]
    [InlineData("x@example.org, evil@evil.example")]
    [InlineData("\"x\r\nBcc: evil@evil.example\" <x@example.org>")]
    [InlineData("x@example.org%0d%0aBcc:evil@evil.example")]
    [InlineData("=?utf-8?q?x=0d=0aBcc:evil?=@example.org")]
    [InlineData("evil@evil.example <x@example.org>")]
    public async Task No_address_adds_a_header_or_a_recipient(string email)
    {
        using var box = new MailBox();
        using var mailing = Mailing(box.Port);
        var admin = await mailing.SignedInAsync(Role.Administrator);

        using var answer = await admin.FormPost("/people", ("email", email), ("roles", "editor"));

        foreach (var mail in box.Mails)
        {
            Assert.Equal([email], mail.Recipients);
            Assert.DoesNotContain(mail.Headers, line => line.StartsWith("Bcc", StringComparison.OrdinalIgnoreCase));
            Assert.Single(mail.Headers, line => line.StartsWith("Subject", StringComparison.OrdinalIgnoreCase));
        }
        Assert.True(
            answer.StatusCode == HttpStatusCode.UnprocessableEntity
            || box.Mails.All(mail => !mail.Recipients[0].EndsWith("evil.example", StringComparison.Ordinal)),
            $"{answer.StatusCode}: {string.Join(", ", box.Mails.SelectMany(mail => mail.Recipients))}");
    }

    [Fact]
    public async Task A_mail_server_that_does_not_answer_leaves_the_link_to_the_administrator()
    {
        using var mailing = Mailing(1);
        var admin = await mailing.SignedInAsync(Role.Administrator);

        using var sent = await admin.FormPost("/people", ("email", "later@example.org"), ("roles", "editor"));

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Contains("secret-link", await admin.GetStringAsync("/people", Stop), StringComparison.Ordinal);
    }

    private WebApplicationFactory<Program> Mailing(int port) => site.WithWebHostBuilder(host => host
        .UseSetting("Mail:Host", "127.0.0.1")
        .UseSetting("Mail:Port", $"{port}")
        .UseSetting("Mail:From", "SahelWatch <site@example.org>"));
}
