using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SahelWatch.Tests.Support;

/// <summary>
/// A passkey that says whatever it is told to: a P-256 key whose counter stays at zero, as that of passkeys kept in
/// several devices does.
/// </summary>
internal sealed class Authenticator : IDisposable
{
    private const byte Present = 0x01;
    private const byte Verified = 0x04;
    private const byte HoldsKey = 0x40;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(32);
    private string _user = "";

    public void Dispose() => _key.Dispose();

    /// <summary>The answer to what a site asks of a new passkey.</summary>
    public object Create(JsonElement asked, string origin, string site)
    {
        _user = asked.GetProperty("user").GetProperty("id").GetString()!;
        var point = _key.ExportParameters(false).Q;
        byte[] data =
        [
            .. Head(site, Present | Verified | HoldsKey), .. new byte[16], 0, (byte)_id.Length, .. _id,
            0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!,
        ];
        byte[] attestation =
        [
            0xA3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xA0, 0x68, .. "authData"u8, 0x58,
            (byte)data.Length, .. data,
        ];
        return Credential(new
        {
            clientDataJSON = Written(Said("webauthn.create", asked, origin)),
            attestationObject = Written(attestation),
            transports = new[] { "internal" },
        });
    }

    /// <summary>The answer to what a site asks of somebody who signs in.</summary>
    public object Answer(JsonElement asked, string origin, string site, bool isVerified = true, bool isForged = false)
    {
        var data = Head(site, (byte)(Present | (isVerified ? Verified : 0)));
        var said = Said("webauthn.get", asked, origin);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var signature = (isForged ? other : _key).SignData(
            [.. data, .. SHA256.HashData(said)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Credential(new
        {
            clientDataJSON = Written(said),
            authenticatorData = Written(data),
            signature = Written(signature),
            userHandle = _user,
        });
    }

    private static byte[] Head(string site, byte flags)
    {
        var head = new byte[37];
        SHA256.HashData(Encoding.UTF8.GetBytes(site), head);
        head[32] = flags;
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(33), 0);
        return head;
    }

    private static byte[] Said(string type, JsonElement asked, string origin) => JsonSerializer.SerializeToUtf8Bytes(
        new { type, challenge = asked.GetProperty("challenge").GetString(), origin, crossOrigin = false });

    private static string Written(byte[] bytes) => Base64Url.EncodeToString(bytes);

    private object Credential(object response) => new
    {
        id = Written(_id),
        rawId = Written(_id),
        type = "public-key",
        authenticatorAttachment = "platform",
        clientExtensionResults = new { },
        response,
    };
}
