"""Compose files of any size, as they are measured."""

import os

# Each service waits for the one before it in its group of ten.
SERVICE = """\
  s{n:04}:
    image: registry.example/team/app-{n}:${{TAG:-1.4.2}}
    command: ["serve", "--port", "8080", "--name", "s{n}"]
    restart: unless-stopped
    ports:
      - "{port}:8080"
      - target: 9090
        published: "{metrics}"
        protocol: tcp
    environment:
      DATABASE_URL: postgres://app:${{DB_PASSWORD:-secret}}@db-{n}:5432/app
      LOG_LEVEL: info
      NUMBER: {n}
    healthcheck:
      test: ["CMD", "curl", "-f", "http://localhost:8080/health"]
      interval: 30s
      timeout: 5s
      retries: 3
    volumes:
      - data:/var/lib/app
      - ./config/s{n}.yaml:/etc/app.yaml:ro
    networks: [front, back]
    labels:
      team: payments
    deploy:
      replicas: 1
      resources:
        limits: {{cpus: "0.50", memory: 256M}}
"""
DEPENDENCY = """\
    depends_on:
      s{before:04}:
        condition: service_healthy
"""
REST = """\
networks:
  front: {}
  back: {internal: true}
volumes:
  data: {}
"""


def compose_file(folder, count):
    directory = os.path.join(folder, f"loading{count}")
    os.makedirs(directory, exist_ok=True)
    path = os.path.join(directory, "compose.yaml")
    with open(path, "w", encoding="utf-8") as file:
        file.write("services:\n")
        for n in range(1, count + 1):
            file.write(SERVICE.format(n=n, port=10000 + n, metrics=30000 + n))
            if n % 10 != 1:
                file.write(DEPENDENCY.format(before=n - 1))
        file.write(REST)
    return path
