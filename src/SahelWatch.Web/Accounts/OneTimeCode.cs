using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SahelWatch.Accounts;

/// <summary>
/// Time-based one-time codes (RFC 6238: HMAC-SHA-1, 30 seconds, 6 digits). A code of the step before or after is taken
/// too, for phones with a wrong clock: a deviation from ASVS 6.5.5. None is taken of a step up to the last one used.
/// </summary>
public static class OneTimeCode
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The step that the code is of; null where it is of none that may be used.</summary>
    /// <param name="key">The shared secret in base 32.</param>
    public static long? Step(string key, string code, DateTimeOffset now, long lastUsed)
    {
        if (code.Length != 6 || !code.All(char.IsAsciiDigit))
        {
            return null;
        }
        var secret = Bytes(key);
        var present = now.ToUnixTimeSeconds() / 30;
        long? found = null;
        for (var step = present - 1; step <= present + 1; step++)
        {
            var isRight = CryptographicOperations.FixedTimeEquals(
                System.Text.Encoding.ASCII.GetBytes(At(secret, step)), System.Text.Encoding.ASCII.GetBytes(code));
            if (isRight && step > lastUsed)
            {
                found ??= step;
            }
        }
        return found;
    }

    /// <summary>The code of a moment.</summary>
    public static string At(string key, DateTimeOffset moment) => At(Bytes(key), moment.ToUnixTimeSeconds() / 30);

    private static string At(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 6238 and every authenticator app: HMAC-SHA-1 is not broken as SHA-1 is.
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var offset = hash[^1] & 0xf;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[offset..]) & 0x7fffffff;
        return (number % 1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static byte[] Bytes(string base32)
    {
        var bytes = new List<byte>();
        int buffer = 0, bits = 0;
        foreach (var letter in base32.ToUpperInvariant().TrimEnd('='))
        {
            buffer = (buffer << 5 | Letters.IndexOf(letter, StringComparison.Ordinal)) & 0xfff;
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(buffer >> bits));
            }
        }
        return [.. bytes];
    }
}
