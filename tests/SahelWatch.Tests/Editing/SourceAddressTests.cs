using SahelWatch.Editing;

namespace SahelWatch.Tests.Editing;

public sealed class SourceAddressTests
{
    [Theory]
    [InlineData("https://www.rfi.fr/fr/afrique/20180719-burkina")]
    [InlineData("http://rfi.fr/fr/afrique/20180719-burkina/")]
    [InlineData("HTTPS://WWW.RFI.FR/fr/afrique/20180719-burkina#top")]
    [InlineData("rfi.fr/fr/afrique/20180719-burkina?utm_source=x&utm_medium=y")]
    [InlineData("  https://rfi.fr:443/fr/afrique/20180719-burkina?fbclid=1  ")]
    public void Forms_of_one_address_have_one_key(string url) =>
        Assert.Equal("rfi.fr/fr/afrique/20180719-burkina", SourceAddress.KeyOf(url));

    [Theory]
    [InlineData("https://example.org/a?id=2&page=1", "example.org/a?id=2&page=1")]
    [InlineData("https://example.org/a?page=1&utm_campaign=z&id=2", "example.org/a?id=2&page=1")]
    [InlineData("https://example.org:8080/a", "example.org:8080/a")]
    [InlineData("https://example.org/", "example.org")]
    [InlineData("https://example.org/A", "example.org/A")]
    public void What_tells_pages_apart_stays(string url, string key) => Assert.Equal(key, SourceAddress.KeyOf(url));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("RFI")]
    [InlineData("attack in Djibo")]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://example.org/a")]
    [InlineData("https://")]
    public void Other_text_is_no_address(string? text)
    {
        Assert.Null(SourceAddress.KeyOf(text));
        Assert.Null(SourceAddress.HostOf(text));
    }
}
