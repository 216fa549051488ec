-- The catalogue's two roles: one publishes, the replicas only read. Run once, in the database of
-- the catalogue, by its owner, with the passwords as the variables `publisher` and `reader`.
CREATE ROLE publisher LOGIN PASSWORD :'publisher';
CREATE ROLE reader LOGIN PASSWORD :'reader';
GRANT CREATE ON DATABASE :"DBNAME" TO publisher;
ALTER DEFAULT PRIVILEGES FOR ROLE publisher GRANT USAGE ON SCHEMAS TO reader;
ALTER DEFAULT PRIVILEGES FOR ROLE publisher GRANT SELECT ON TABLES TO reader;
