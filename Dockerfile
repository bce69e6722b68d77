FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/SahelWatch.Web --configuration Release --output /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
RUN mkdir /data && chown $APP_UID /data
USER $APP_UID
ENV Urls=http://+:5080 \
    Database__Path=/data/sahelwatch.db \
    DOTNET_EnableDiagnostics=0
VOLUME /data
EXPOSE 5080
ENTRYPOINT ["dotnet", "SahelWatch.Web.dll"]
