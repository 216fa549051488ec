"""The data described for machines: Frictionless Data Package, DCAT-AP-SE, schema.org, OpenAPI.

Each description is made from `trygghet.files.FILES` and the release, so that a new file is
described as soon as it is there. Nothing stands in one that the release or a setting does not
say: no publisher, contact or licence that nobody has given.
"""
